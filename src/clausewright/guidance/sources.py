"""The articles that the guidance comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """``title`` as published, in the article's own ``language``; ``subject`` in English."""

    title: str
    language: str
    subject: str


SOURCES = {
    "s0": Source("Darbs ar sarežģītiem klientiem", "lv", "Working with difficult clients in B2B services"),
    "s1": Source(
        "Miten neuvotella asiakkaiden kanssa etäkäyttäjältä: koe 5 vuotta freelancea",
        "fi",
        "How a remote freelancer negotiates with clients: five years of experience",
    ),
    "s2": Source(
        "이 10 개의 위험 신호를 사용하여 1 마일 떨어진 곳에서 어려운 고객을 찾으십시오",
        "ko",
        "Ten red flags that show a difficult client from afar",
    ),
    "s3": Source("8种有问题的客户", "zh", "Eight kinds of problem clients"),
}
"""By the key that an item's source begins with: ``s1 principle 3`` is a part of ``s1``."""
