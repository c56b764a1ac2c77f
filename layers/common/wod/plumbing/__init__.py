"""What talks to AWS and to the blog, and is written once: a stage's handler and the pure modules know none of it."""
