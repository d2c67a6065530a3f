"""Build gongkai/data/traditional.txt: two lines of equal length, traditional characters and their simplified forms.

Source: the tables TSCharacters, TWVariantsRev and HKVariantsRev of opencc-python-reimplemented (Apache-2.0).
"""

from pathlib import Path

import opencc

VARIANTS = ("TWVariantsRev.txt", "HKVariantsRev.txt")
TARGET = Path(__file__).parent.parent / "gongkai" / "data" / "traditional.txt"


def table(name: str) -> dict[str, str]:
    """Return the pairs of single characters in one of the package's tables."""
    lines = (Path(opencc.__file__).parent / "dictionary" / name).read_text("utf-8").splitlines()
    pairs = ((key, values.split(" ")[0]) for key, _, values in (line.partition("\t") for line in lines))
    return {
        key: value
        for key, value in pairs
        if len(key) == len(value) == 1 and key != value and ord(key) < 0x10000 and ord(value) < 0x10000
    }


def main() -> None:
    """Write the table."""
    direct = table("TSCharacters.txt")
    resolved = {key: direct.get(value, value) for key, value in direct.items()}
    simplified = set(resolved.values())
    for name in VARIANTS:
        # A regional form may look like the simplified character (税, 温): that one must stay.
        for key, value in table(name).items():
            if key not in simplified and key != resolved.get(value, value):
                resolved.setdefault(key, resolved.get(value, value))
    TARGET.write_text("".join(resolved) + "\n" + "".join(resolved.values()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
