-- How much of the training keeps each rule of quality, by year, and how many weeks are below its threshold
SELECT iso_year, number, rule, count(*) AS weeks, sum(kept) AS kept, sum(total) AS total,
    round(100.0 * sum(kept) / nullif(sum(total), 0), 1) AS percent, sum(CASE WHEN below THEN 1 ELSE 0 END) AS weeks_below
FROM quality_rules
GROUP BY iso_year, number, rule
ORDER BY iso_year, number
