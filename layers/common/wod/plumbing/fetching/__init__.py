"""Find what is new on the blog, fetch it within limits, and send it to the posts queue post by post."""
