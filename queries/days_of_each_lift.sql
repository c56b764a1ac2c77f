-- On how many days of a year each lift is trained, and in how many of its weeks
SELECT extract(year FROM date) AS year, lift, count(DISTINCT date) AS days,
    count(DISTINCT date_trunc('week', date)) AS weeks
FROM prescriptions
WHERE counted AND NOT optional AND lift IS NOT NULL
GROUP BY extract(year FROM date), lift
ORDER BY year, days DESC, lift
