using System.Net.Http.Json;
using System.Text.Json;

namespace Twiga.Api.Tests.Simulator;

/// <summary>Asks the stand-in as the Api would: with the tools of a teacher of three classes.</summary>
internal sealed class ModelTalk(SimulatedWorld world)
{
    private static readonly string[] _classes = ["Geography Form 2", "Biology Form 1", "Biology Form 3"];

    public async Task<JsonElement> AskAsync(string question, params object[] after)
    {
        using var answer = await world.AskModelAsync(Request(Rules, question, after));
        return Message(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>As the Api's rules say it.</summary>
    public string Rules { get; init; } = "You are Twiga.";

    public static object Request(string question, params object[] after) => Request("You are Twiga.", question, after);

    private static object Request(string rules, string question, object[] after) => new
    {
        model = "stand-in",
        messages = (object[])
        [
            new { role = "system", content = rules },
            new { role = "user", content = question },
            .. after,
        ],
        tools = new[]
        {
            Tool("search_knowledge", "search_phrase", "class"),
            Tool("generate_exercise", "query", "class"),
            Tool("solve_equation", "equation"),
            Tool("create_lesson_plan", "topic", "class"),
            Tool("create_scheme_of_work", "term", "class"),
            Tool("mark_answers", "question", "answer"),
            Tool("find_my_documents", "kind"),
        },
    };

    public static JsonElement Message(JsonElement completion) =>
        completion.GetProperty("choices")[0].GetProperty("message");

    public static string? ToolName(JsonElement message) => Function(message).GetProperty("name").GetString();

    public static JsonElement Arguments(JsonElement message) =>
        JsonSerializer.Deserialize<JsonElement>(Function(message).GetProperty("arguments").GetString()!);

    public static IEnumerable<JsonElement> AllArguments(JsonElement message) =>
        message.GetProperty("tool_calls").EnumerateArray().Select(call => JsonSerializer.Deserialize<JsonElement>(
            call.GetProperty("function").GetProperty("arguments").GetString()!));

    private static JsonElement Function(JsonElement message) =>
        message.GetProperty("tool_calls")[0].GetProperty("function");

    private static object Tool(string name, params string[] required)
    {
        var properties = required.ToDictionary(
            property => property,
            property => property == "class"
                ? (object)new { type = "string", @enum = _classes }
                : new { type = "string" });
        var parameters = new { type = "object", properties, required };
        return new { type = "function", function = new { name, parameters } };
    }
}
