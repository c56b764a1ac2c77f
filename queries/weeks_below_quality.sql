-- Weeks that are below a threshold of quality, the latest first, with the rules that they are below
SELECT week_start, number, rule, percent, threshold, kept, total
FROM quality_rules
WHERE below
ORDER BY week_start DESC, number
