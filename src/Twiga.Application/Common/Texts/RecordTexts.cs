using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What Twiga says about what is held on a teacher.</summary>
internal sealed class RecordTexts(Language language) : FixedTexts(language)
{
    public string AskDelete => Text();

    public string DeleteAll => Text();

    public string KeepAll => Text();

    public string NothingDeleted => Text();

    public string Deleted => Text();

    public string FileName(string day) => Text([day]);

    public string Caption => Text();

    public string Heading(string day) => Text([day]);
}
