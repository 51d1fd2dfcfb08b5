"""Sentences from a seed: as long, as plain and as different from each other as those of real plans."""

from random import Random

_WHO = (
    "The council", "The police", "The partnership", "Youth workers", "Housing officers", "The fire service",
    "Trading standards", "Local schools", "The probation service", "Volunteers", "Neighbourhood teams",
    "Health visitors", "The licensing team", "Community wardens", "The drug and alcohol service", "Street pastors",
    "Victim support workers", "The road safety team", "Ward councillors", "The community safety team",
)  # fmt: skip
_DO = (
    "meet", "visit", "listen to", "work with", "write to", "follow up with", "train", "support", "advise", "ask",
    "bring together", "plan with", "report to", "share figures with", "look after", "keep in touch with",
)  # fmt: skip
_WHOM = (
    "residents", "shop owners", "young people", "older people", "tenants", "landlords", "people who were hurt",
    "families", "people who drink in the street", "cyclists", "drivers", "students", "new neighbours", "taxi drivers",
    "club owners", "parish councils", "people who sleep rough", "carers", "witnesses", "people who have offended",
)  # fmt: skip
_WHERE = (
    "in the town centre", "near the station", "on the estates", "along the main roads", "in the villages",
    "around the schools", "in the parks", "at the bus station", "on the river path", "in the northern wards",
    "in the market", "at the leisure centre", "near the hospital", "on the high street", "in the car parks",
)  # fmt: skip
_WHEN = (
    "every week", "every month", "once a quarter", "each spring", "after an incident", "on Friday nights",
    "in the school holidays", "from the autumn on", "twice a year", "when somebody calls", "before each meeting",
)  # fmt: skip
_WHY = (
    "so that fewer people are hurt", "so that crime is reported", "because figures have risen", "and say what was done",
    "so that help comes early", "because people asked for it", "and publish what they find",
    "so that streets are clean",    "because it worked elsewhere", "so that victims are heard",
    "and compare it with the year before",
)  # fmt: skip
_TOPICS = (
    "burglary", "road safety", "domestic abuse", "anti-social behaviour", "hate crime", "drugs and alcohol",
    "young people", "shop theft", "violence at night", "re-offending", "mental health", "fraud", "rural crime",
    "modern slavery", "cycle theft", "arson", "missing people", "knife crime", "noise", "fly-tipping",
)  # fmt: skip
_AIMS = ("Less", "Tackling", "Understanding", "Preventing", "Reporting", "Working together on", "What we know about")


class Words(Random):
    """A seeded writer. The same seed gives the same words, on every machine and in every order of files."""

    def sentence(self) -> str:
        """About sixteen words; a number in each third one, so that no two are the same for long."""
        some = f"{self.randint(3, 980)} " if self.random() < 0.34 else ""
        return (
            f"{self.choice(_WHO)} {self.choice(_DO)} {some}{self.choice(_WHOM)} {self.choice(_WHERE)} "
            f"{self.choice(_WHEN)} {self.choice(_WHY)}."
        )

    def sentences(self, number: int) -> str:
        """A paragraph."""
        return " ".join(self.sentence() for _ in range(number))

    def title(self) -> str:
        """A heading: what a priority, section or measure is about."""
        return f"{self.choice(_AIMS)} {self.choice(_TOPICS)} {self.choice(_WHERE)}"

    def prose(self, paragraphs: int) -> str:
        """Markdown: paragraphs with a heading and a list between them."""
        parts = []
        for place in range(paragraphs):
            if place % 3 == 1:
                parts.append(f"### {self.title()}")
            parts.append(self.sentences(4))
            if place % 3 == 2:
                parts.append("\n".join(f"- {self.sentence()}" for _ in range(3)))
        return "\n\n".join(parts) + "\n"
