"""What a window remembers while one test lasts."""


class Brief:
    """A memory that ends with the test."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def recall(self, key: str) -> str:
        return self._kept.get(key, "")

    def remember(self, key: str, value: str) -> None:
        self._kept[key] = value

    def jot(self, key: str, value: str) -> None:
        self._kept[key] = value
