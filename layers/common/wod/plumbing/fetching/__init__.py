"""From the blog to the posts queue: what is new is found, fetched within limits, and sent on post by post."""
