"""Put elements together into blocks: the movements of a scheme with the sets below them."""
