"""What people are told of a training week: what is new to them, and the texts that say it. Pure: no AWS, no clock."""
