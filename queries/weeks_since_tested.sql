-- Whole weeks since each lift was tested last, the longest ago first
SELECT lift, max(date) AS last_tested, CAST(floor(date_diff('day', max(date), current_date) / 7.0) AS bigint) AS weeks
FROM prescriptions
WHERE rep_max_test IS NOT NULL AND lift IS NOT NULL AND date <= current_date
GROUP BY lift
ORDER BY last_tested, lift
