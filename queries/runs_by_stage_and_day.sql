-- How long each stage took, by day, and how often it failed, had nothing to do, or put something into quarantine
SELECT CAST(substr(CAST(started AS varchar), 1, 10) AS date) AS day, stage, count(*) AS runs,
    round(avg(duration_ms)) AS mean_ms, max(duration_ms) AS longest_ms,
    count(CASE WHEN outcome = 'nothing to do' THEN 1 END) AS nothing_to_do,
    count(CASE WHEN outcome = 'quarantined' THEN 1 END) AS quarantined,
    count(CASE WHEN outcome = 'failed' THEN 1 END) AS failed
FROM runs
GROUP BY CAST(substr(CAST(started AS varchar), 1, 10) AS date), stage
ORDER BY day DESC, longest_ms DESC
