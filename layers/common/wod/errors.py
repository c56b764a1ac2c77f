"""The one distinction that the whole chain makes: input that can never succeed, and everything else."""


class BadInput(ValueError):
    """Input that no retry will mend: not JSON, not a post, no day in it, an impossible date.

    The message is one sentence for a person: what is wrong, where, and what to do. Every other exception means that
    the machinery is at fault and that trying again later may help.
    """
