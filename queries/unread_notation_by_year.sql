-- Lines that look like training and were not read, by year, the most frequent first
SELECT extract(year FROM date) AS year, text, count(*) AS times, max(date) AS last_seen
FROM lines
WHERE kind = 'unread'
GROUP BY extract(year FROM date), text
ORDER BY year, times DESC, text
