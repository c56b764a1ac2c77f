-- Posts that the coach edited a day or more after publication, the latest edit first
SELECT post_id, title, link, published, modified_gmt, first_date, last_date
FROM posts
WHERE date_diff('day', CAST(published AS timestamp), CAST(modified_gmt AS timestamp)) >= 1
ORDER BY modified_gmt DESC, post_id
