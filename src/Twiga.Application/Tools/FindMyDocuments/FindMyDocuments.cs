using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Twiga.Domain.Documents;

namespace Twiga.Application.Tools;

/// <summary>Finds what was made for her before, and sends the newest that fits again.</summary>
[Description(
    "Find documents that were made for her before and send the newest that fits again. Leave everything out to see the list.")]
[Progress("I am looking for the document.", "Natafuta hati hiyo.")]
[TimeLimit(60)]
public sealed record FindMyDocuments : ITool<string>, IForClass
{
    [Description("What kind of document.")]
    public DocumentKind? Kind { get; init; }

    [Description("The class it was made for.")]
    public ClassName? Class { get; init; }

    [Description("Words of its topic or name."), MaxLength(150)]
    public string? Topic { get; init; }

    [Description("True for the Word file (DOCX).")]
    public bool AsWord { get; init; }
}
