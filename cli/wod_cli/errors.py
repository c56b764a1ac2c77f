"""What a person is told when something cannot be done."""


class CommandError(Exception):
    """One sentence for a person: what is wrong, where, and what to do. The command ends with it, and its status."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        super().__init__(message)
        self.status = status
