using System.Text.Json;
using CsCheck;
using Twiga.Application.Conversations;

namespace Twiga.Application.Tests.Conversations;

[TestFixture]
internal sealed class Reading_spoken_calls
{
    private const string Tides = """{"search_phrase":"tides","class":"Geography Form 2"}""";

    private static readonly string[] Tools = ["search_knowledge", "solve_equation"];

    private static readonly string[] OneCall =
    [
        $"<function=search_knowledge>{Tides}</function>",
        $"<function=search_knowledge>{Tides}<function>",
        $"<function=search_knowledge{Tides}</function>",
        $"<function(search_knowledge)>{Tides}</function>",
        $"<|function_call=search_knowledge|>{Tides}",
        $"<tool_call>\n{{\"name\": \"search_knowledge\", \"arguments\": {Tides}}}\n</tool_call>",
        $"<|python_tag|>{{\"name\": \"search_knowledge\", \"parameters\": {Tides}}}",
        $"[TOOL_CALLS][{{\"name\": \"search_knowledge\", \"arguments\": {Tides}}}]",
        $"{{\"name\": \"search_knowledge\", \"parameters\": {Tides}}}",
        $"{{\"type\": \"function\", \"name\": \"search_knowledge\", \"parameters\": {Tides}}}",
        $"{{\"type\": \"function\", \"function\": {{\"name\": \"search_knowledge\", \"arguments\": {Tides}}}}}",
        $"{{\"tool\": \"search_knowledge\", \"input\": {Tides}}}",
        $"{{\"name\": \"search_knowledge\", \"arguments\": {JsonSerializer.Serialize(Tides)}}}",
        $"```json\n{{\"name\": \"search_knowledge\", \"arguments\": {Tides}}}\n```",
        $"```\n{{\"tool_name\": \"search_knowledge\", \"args\": {Tides}}}\n```",
        $"search_knowledge({Tides})",
        $"search_knowledge {Tides}",
        $"functions.search_knowledge:{Tides}",
        $"search_knowledge\n```json\n{Tides}\n```",
        $"<|tool_call_begin|>search_knowledge<|tool_sep|>{Tides}<|tool_call_end|>",
        """search_knowledge(search_phrase="tides", class="Geography Form 2")""",
        """[search_knowledge(search_phrase='tides', class='Geography Form 2')]""",
        """<tool_call><function=search_knowledge><parameter=search_phrase>tides</parameter><parameter=class>Geography Form 2</parameter></function></tool_call>""",
        $"<function=search_knowledge>{{\"search_phrase\":\"tides\",\"class\":\"Geography Form 2\",}}</function>",
        $"<think>maybe {{this}} or </think><function=search_knowledge>{Tides}</function>",
    ];

    [TestCaseSource(nameof(OneCall))]
    public void Finds_the_one_call_and_no_words(string text)
    {
        var (words, calls) = SpokenCallReader.Read(text, Tools);

        Assert.That(calls, Has.Count.EqualTo(1));
        Assert.That(calls[0].Name, Is.EqualTo("search_knowledge"));
        Assert.That(JsonSerializer.Serialize(calls[0].Arguments), Is.EqualTo(Tides));
        Assert.That(words, Is.Empty);
    }

    [Test]
    public void Keeps_words_that_stand_beside_a_call()
    {
        var (words, calls) = SpokenCallReader.Read($"I look it up.\n<function=search_knowledge>{Tides}</function>", Tools);

        Assert.That((words, calls.Count), Is.EqualTo(("I look it up.", 1)));
    }

    [Test]
    public void Finds_several_calls()
    {
        var text = $"<tool_call>{{\"name\":\"search_knowledge\",\"arguments\":{Tides}}}</tool_call>"
            + "<tool_call>{\"name\":\"solve_equation\",\"arguments\":{\"equation\":\"x=\\\\frac{1}{2}\"}}</tool_call>";

        var (words, calls) = SpokenCallReader.Read(text, Tools);

        Assert.That(calls.Select(c => c.Name), Is.EqualTo(Tools));
        Assert.That(calls.Select(c => c.CallId).Distinct().Count(), Is.EqualTo(2));
        Assert.That(words, Is.Empty);
    }

    [TestCase("<function=search_knowledge>{\"search_phrase\": \"tides</function>", "$broken")]
    [TestCase("<function=sing>{\"song\":\"x\"}</function>", "song")]
    [TestCase("<function=sing></function>", null)]
    public void Passes_broken_and_unknown_calls_on_to_be_refused(string text, string? argument)
    {
        var (_, calls) = SpokenCallReader.Read(text, Tools);

        Assert.That(calls, Has.Count.EqualTo(1));
        Assert.That(calls[0].Arguments!.Keys.FirstOrDefault(), Is.EqualTo(argument));
    }

    [TestCase("""A JSON object looks like {"name": "Neema", "age": 7}.""")]
    [TestCase("""The set {1, 2, 3} and \frac{a}{b} and [{x}].""")]
    [TestCase("Use {curly} brackets (like this).")]
    [TestCase("Call me (or not).")]
    [TestCase("An unclosed { bracket, and a \" quote.")]
    [TestCase("f(x=2) = 7 is solve_equation in words")]
    public void Leaves_other_text_alone(string text)
    {
        var (words, calls) = SpokenCallReader.Read(text, Tools);

        Assert.That((words, calls.Count), Is.EqualTo((text, 0)));
    }

    [Test]
    public void Takes_thoughts_away() =>
        Assert.That(SpokenCallReader.Read("<think>Hm.</think>\n\nHello.", Tools).Words, Is.EqualTo("Hello."));

    [Test]
    public void Survives_anything() =>
        Gen.OneOf(
                Gen.String,
                Gen.OneOf("{", "}", "[", "]", "\"", "\\", "<function=", "search_knowledge", "(", ")", "</", ">", "a", ",")
                    .List[0, 60].Select(string.Concat))
            .Sample(text => SpokenCallReader.Read(text, Tools), iter: 20_000, threads: 1);
}
