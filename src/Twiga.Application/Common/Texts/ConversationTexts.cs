using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What the program itself says in a talk: where the model said nothing, and below its answers.</summary>
internal sealed class ConversationTexts(Language language) : FixedTexts(language)
{
    public string NoAnswer => Text();

    public string ChooseYourClasses => Text();

    public string QuestionTooLong => Text();

    public string NothingWasSent => Text();

    public string PagesNotFound => Text();

    public string OnlyInEnglish => Text();

    public string Sources => Text();

    public string Chapter(object number) => Text([number]);

    public string Section(object number) => Text([number]);

    public string Page(int page) => Text([page]);

    public string Pages(int from, int to) => Text([from, to]);

    public string LongAnswer => Text();
}
