-- Movements that the catalogue does not know, the most frequent first
SELECT movement, count(*) AS times, min(date) AS first_seen, max(date) AS last_seen
FROM prescriptions
WHERE canonical_movement IS NULL AND complex IS NULL
GROUP BY movement
ORDER BY times DESC, movement
