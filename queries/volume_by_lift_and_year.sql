-- Sets, repetitions and the mean percent of each lift, by year
SELECT iso_year, lift, sum(sets) AS sets, sum(reps_min) AS repetitions, round(avg(mean_percent), 1) AS mean_percent,
    max(top_percent) AS top_percent, sum(tests) AS tests
FROM lifts_by_week
GROUP BY iso_year, lift
ORDER BY iso_year, lift
