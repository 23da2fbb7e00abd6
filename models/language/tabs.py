"""What the programme and the four questions are called, and in short where there is little room."""

from models.schema.view import PageName

PAGE_NAMES = {
    PageName.PROGRAMME: "Programme",
    PageName.HOLDS: "What still holds?",
    PageName.DEPENDS: "What does it depend on?",
    PageName.DIFFER: "Where do we differ?",
    PageName.WATCH: "What do we watch?",
}
SHORT_PAGE_NAMES = {
    PageName.PROGRAMME: "Programme",
    PageName.HOLDS: "Holds",
    PageName.DEPENDS: "Depends",
    PageName.DIFFER: "Differ",
    PageName.WATCH: "Watch",
}
