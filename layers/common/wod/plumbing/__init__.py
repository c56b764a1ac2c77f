"""Talk to AWS and to the blog, written once: a stage's handler and the pure modules know nothing of it."""
