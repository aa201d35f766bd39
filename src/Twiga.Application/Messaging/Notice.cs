using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>A short text that the program itself says, and how long it is not repeated.</summary>
public sealed record Notice(string Name, TimeSpan NotAgainFor)
{
    private static readonly Dictionary<string, (string English, string Swahili)> Texts = new()
    {
        ["CannotRead"] = (
            "I can only read text so far. Please write your question in words.",
            "Kwa sasa ninasoma maandishi tu. Tafadhali andika swali lako kwa maneno."),
        ["Apology"] = (
            "I am sorry, I could not answer your last message. It is kept, and you can also ask again a little later.",
            "Samahani, sikuweza kujibu ujumbe wako wa mwisho. Nimeuhifadhi, na unaweza pia kuuliza tena baadaye kidogo."),
        ["Welcome"] = (
            "Welcome to Twiga, your teaching colleague. Your classes are not known here yet; as soon as they are, "
            + "I will answer from their textbooks.",
            "Karibu Twiga, mwenzako katika kufundisha. Madarasa yako bado hayajajulikana hapa; yakishajulikana "
            + "nitakujibu kutoka kwenye vitabu vyake."),
        ["InReview"] = (
            "Welcome to Twiga. Your registration is being reviewed; we will write to you when it is done.",
            "Karibu Twiga. Usajili wako unakaguliwa; tutakuandikia ukishakamilika."),
        ["Blocked"] = (
            "Your account has been closed, so Twiga cannot answer you.",
            "Akaunti yako imefungwa, kwa hiyo Twiga haiwezi kukujibu."),
    };

    public string Text(Language language) =>
        language == Language.Swahili ? Texts[Name].Swahili : Texts[Name].English;

    /// <summary>What came holds no words and no reader is configured for it.</summary>
    public static Notice CannotRead { get; } = new("CannotRead", TimeSpan.FromMinutes(10));

    /// <summary>Answering failed for good.</summary>
    public static Notice Apology { get; } = new("Apology", TimeSpan.Zero);

    private static Notice Welcome { get; } = new("Welcome", TimeSpan.Zero);

    private static Notice InReview { get; } = new("InReview", TimeSpan.FromDays(1));

    private static Notice Blocked { get; } = new("Blocked", TimeSpan.FromDays(36500));

    public static Notice For(TeacherState state) => state switch
    {
        TeacherState.InReview => InReview,
        TeacherState.Blocked => Blocked,
        _ => Welcome,
    };
}
