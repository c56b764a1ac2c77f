"""The site that lifters open at the gym: sessions and figures in, files out. Pure."""
