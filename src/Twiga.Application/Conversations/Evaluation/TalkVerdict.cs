using System.ComponentModel;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Application.Conversations;

/// <summary>What a judge model says of an answer.</summary>
internal sealed record TalkVerdict(
    [property: Description("One sentence: what decided it.")] string Reason,
    [property: Description("1 useless or wrong, 3 usable with care, 5 as a good colleague would answer.")] int Grade)
{
    public const int Tokens = 400;

    private static readonly Prompt Prompt = Prompt.Load("Conversations.Prompts", "judge-1");

    public static List<ChatMessage> Request(TalkScenario scenario, string answer) =>
    [
        new(ChatRole.System, Prompt.With(
            ("classes", scenario.Classes.Count > 0 ? string.Join(", ", scenario.Classes) : "none"),
            ("language", (scenario.AnswerIn ?? scenario.Language).ToString()))),
        new(ChatRole.User, $"<question>\n{scenario.Say}\n</question>\n<answer>\n{answer}\n</answer>"),
    ];
}
