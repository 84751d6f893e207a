"""What is written in the story: an article for each way of writing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """An article in its making."""

    title: str
    word: str
    """It stands in the text, and in no other article of the portal."""
    heading: str
    file: str
    colour: str
    """What the picture is painted with: no two stories share one."""
    alt: str

    def sentence(self, number: str) -> str:
        """The paragraph with the number that is doubted, mended and corrected."""
        return f"检察官在{self.word}走访，接待群众咨询{number}人次。"


RICH = Piece(
    title="检察官走进赶集日的广场",
    word="赶集日广场",
    heading="一、集上的咨询台",
    file="集市.jpg",
    colour="teal",
    alt="检察官坐在集市的咨询台后面回答提问",
)
PLAIN = Piece(
    title="渡口边的一堂法治课",
    word="老渡口码头",
    heading="一、渡口上的课堂",
    file="渡口.jpg",
    colour="navy",
    alt="检察官在渡口的长凳旁给船工讲课",
)
