using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Exams;

/// <summary>She asks on WhatsApp; paper and marking scheme arrive by themselves.</summary>
internal sealed class Asking_for_an_exam_paper
{
    private const string Teacher = "255711000001";
    private const string Wish = "Please make a Geography Form 2 exam on weathering";

    [Test]
    public async Task Paper_and_marking_scheme_arrive_and_she_is_told_once()
    {
        await using var world = await WorldAsync();

        await world.SayAsync(Teacher, Wish);
        await world.QuietAsync();

        var calls = await world.AnswersAsync(Teacher);
        Assert.That(
            calls.Select(c => c.Type), Is.EqualTo(new[] { "text", "document", "document", "interactive" }), world.Api.Output);
        Assert.That(await world.CountAsync("select count(*) from exams where state = 'Ready'"), Is.EqualTo(1));
        Assert.That(await world.CountAsync("select count(*) from made_documents"), Is.EqualTo(2));
    }

    private static async Task<TestWorld> WorldAsync()
    {
        var world = await TestWorld.StartAsync();
        await world.AddTeacherAsync(Teacher, "Geography Form 2");
        return world;
    }
}
