using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Twiga.Application.Tools;

/// <summary>Looks up what the books of a class say about a phrase.</summary>
[Description(
    "Search the textbooks of one of the teacher's classes. Returns numbered passages with book, chapter and page. "
    + "Search before answering any question about a subject; search again with other words if little was found.")]
[Progress("I am looking in your books.", "Natafuta kwenye vitabu vyako.")]
public sealed record SearchKnowledge : ITool<string>, IForClass
{
    [Description(
        "What to look for, a few words or a question, in the language of the class's books, for example: "
        + "causes of ocean tides.")]
    [MaxLength(300)]
    public required string SearchPhrase { get; init; }

    [Description("The class whose books are searched.")]
    public required ClassName Class { get; init; }

    [Description("How many passages at most; 8 where left out."), Range(1, 15)]
    public int Limit { get; init; } = 8;
}
