"""Build gongkai/data/traditional.txt: two lines of equal length, traditional characters and their simplified forms.

Source: the tables TSCharacters, TWVariantsRev and HKVariantsRev of opencc-python-reimplemented (Apache-2.0).
"""

from pathlib import Path

import opencc

TABLES = ("TSCharacters.txt", "TWVariantsRev.txt", "HKVariantsRev.txt")
TARGET = Path(__file__).parent.parent / "gongkai" / "data" / "traditional.txt"


def main() -> None:
    """Write the table."""
    folder = Path(opencc.__file__).parent / "dictionary"
    pairs: dict[str, str] = {}
    for table in TABLES:
        for line in (folder / table).read_text("utf-8").splitlines():
            key, _, values = line.partition("\t")
            value = values.split(" ")[0]
            if len(key) == len(value) == 1 and key != value and ord(key) < 0x10000 and ord(value) < 0x10000:
                pairs.setdefault(key, value)
    resolved = {key: pairs.get(value, value) for key, value in pairs.items()}
    TARGET.write_text("".join(resolved) + "\n" + "".join(resolved.values()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
