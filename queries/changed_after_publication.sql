-- Posts that the coach edited a day or more after publication, whatever the time zone of the blog, the latest edit first
-- `published` is local and `modified_gmt` UTC, which is up to twelve hours ahead: 36 hours between them are surely a day.
SELECT post_id, title, link, published, modified_gmt, first_date, last_date
FROM posts
WHERE CAST(modified_gmt AS timestamp) >= CAST(published AS timestamp) + INTERVAL '36' HOUR
ORDER BY modified_gmt DESC, post_id
