-- Repetitions at 85 % and more, by lift and month
SELECT CAST(date_trunc('month', date) AS date) AS month, lift, sum(repetitions) AS repetitions, max(percent_max) AS top_percent
FROM prescriptions
WHERE counted AND NOT optional AND lift IS NOT NULL AND coalesce(percent_max, percent_min) >= 85
GROUP BY date_trunc('month', date), lift
ORDER BY month, lift
