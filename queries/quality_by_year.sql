-- How much of the training was read, by year, and what a person should look at
SELECT iso_year, count(*) AS weeks, sum(read_lines) AS read_lines, sum(unread_lines) AS unread_lines,
    round(100.0 * sum(read_lines) / nullif(sum(read_lines) + sum(unread_lines), 0), 1) AS percent_read,
    sum(findings_silent) AS days_without_prescriptions, sum(findings_movement) AS unknown_movements,
    sum(findings_date) AS doubtful_dates
FROM quality
GROUP BY iso_year
ORDER BY iso_year
