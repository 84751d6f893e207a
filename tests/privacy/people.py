"""Persons of a case: each hands out marks for the name and what belongs to the person."""

from datetime import date
from random import Random

from tests.privacy import values
from tests.privacy.planting import Sheet


def full_width(text: str) -> str:
    """Digits and letters as wide as Chinese characters."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


class Person:
    """One person; every mark handed out is to be written exactly once."""

    def __init__(self, sheet: Sheet, rng: Random, key: str, name: str) -> None:
        self._sheet, self._rng = sheet, rng
        self.key, self.plain = key, name
        self.born = values.birth(rng)
        self.sex = rng.choice("男女")

    @property
    def name(self) -> str:
        return self._sheet.plant("name", self.plain, self.key)

    def named(self, other: str) -> str:
        """Another name of the person."""
        return self._sheet.plant("name", other, self.key)

    def number(self) -> str:
        """The identity number, in one of the ways it is written."""
        digits = values.identity_number(self._rng, self.born)
        way = self._rng.random()
        if way < 0.1:
            digits = full_width(digits)
        elif way < 0.2:
            digits = f"{digits[:6]} {digits[6:14]} {digits[14:]}"
        elif way < 0.25:
            digits = " ".join(digits)
        elif way < 0.3:
            digits = digits.lower()
        return self._sheet.plant("id-number", digits)

    def phone(self) -> str:
        digits = values.phone(self._rng)
        way = self._rng.random()
        if way < 0.15:
            digits = f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
        elif way < 0.25:
            digits = f"{digits[:3]} {digits[3:7]} {digits[7:]}"
        elif way < 0.3:
            digits = f"+86 {digits}"
        elif way < 0.35:
            digits = full_width(digits)
        return self._sheet.plant("phone", digits)

    def card(self) -> str:
        digits = values.card(self._rng, self._rng.choice([16, 19, 19]))
        if self._rng.random() < 0.3:
            digits = " ".join(digits[i : i + 4] for i in range(0, len(digits), 4))
        return self._sheet.plant("bank-card", digits)

    def plate(self) -> str:
        text = values.plate(self._rng)
        way = self._rng.random()
        if way < 0.2:
            text = f"{text[:2]}·{text[2:]}"
        elif way < 0.3:
            text = full_width(text)
        return self._sheet.plant("plate", text)

    def address(self) -> str:
        return self._sheet.plant("address", values.address(self._rng))

    def birth(self) -> str:
        day = self.born
        forms = [f"{day.year}年{day.month}月{day.day}日"] * 4
        forms += [
            f"{day.year}年{day.month:02}月{day.day:02}日",
            f"{day.year}.{day.month}.{day.day}",
        ]
        return self._sheet.plant("birth-date", self._rng.choice(forms))

    def landline(self) -> str:
        area, rest = (
            self._rng.choice(["0351", "010", "0358"]),
            self._rng.randrange(2000000, 8999999),
        )
        text = self._rng.choice([f"{area}-{rest}", f"（{area}）{rest}", f"{area} {rest}"])
        return self._sheet.plant("landline", text)

    def email(self) -> str:
        user = self._rng.choice(["lanhai", "xiaoyu.88", "z_q2011", "Tom-Li"])
        return self._sheet.plant(
            "email", f"{user}@{self._rng.choice(['mail.example', '163.example.com'])}"
        )

    def chat(self) -> str:
        text = self._rng.choice(["lucky_fish77", "wx88zhong", "a1386655", "tianya2020"])
        return self._sheet.plant("chat", text)

    def qq(self) -> str:
        return self._sheet.plant("chat", str(self._rng.randrange(10**8, 10**10)))

    def title(self) -> str:
        number = self._rng.randrange(1, 9999999)
        text = self._rng.choice(
            [f"晋（2019）示例市不动产权第{number:07}号", f"示房权证青禾字第{number:08}号"]
        )
        return self._sheet.plant("certificate", text)

    def passport(self) -> str:
        return self._sheet.plant("passport", f"E{self._rng.randrange(10**7, 10**8):08}")


class Cast:
    """Makes the persons of one document, no two of one name."""

    def __init__(self, sheet: Sheet, rng: Random) -> None:
        self._sheet, self.rng, self._names = sheet, rng, set[str]()

    def person(self, name: str = "") -> Person:
        """Somebody new."""
        name = name or values.name(self.rng)
        while any(name[:2] == other[:2] for other in self._names):
            name = values.name(self.rng)
        self._names.add(name)
        return Person(self._sheet, self.rng, f"t{len(self._names)}", name)

    def official(self) -> str:
        """The name of somebody who acts in office: stays, so nothing is planted."""
        name = values.name(self.rng)
        while any(name[:2] == other[:2] for other in self._names):
            name = values.name(self.rng)
        self._names.add(name)
        return name


def day(rng: Random, year: int) -> date:
    """A day of that year."""
    return date(year, rng.randrange(1, 13), rng.randrange(1, 29))


def written(one: date) -> str:
    """A day as documents write it."""
    return f"{one.year}年{one.month}月{one.day}日"
