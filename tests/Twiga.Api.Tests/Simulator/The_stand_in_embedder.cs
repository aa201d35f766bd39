using System.Net.Http.Json;
using System.Text.Json;

namespace Twiga.Api.Tests.Simulator;

[TestFixture]
internal sealed class The_stand_in_embedder
{
    [Test]
    public async Task Puts_a_Swahili_term_near_its_English_passage()
    {
        await using var world = await SimulatedWorld.StartAsync();

        var vectors = await EmbedAsync(
            world, "usanisinuru", "photosynthesis makes food in leaves", "the slave trade on the coast");

        Assert.That(Likeness(vectors[0], vectors[1]), Is.GreaterThan(Likeness(vectors[0], vectors[2]) + 0.2));
    }

    [Test]
    public async Task Gives_the_same_unit_vector_for_the_same_text()
    {
        await using var world = await SimulatedWorld.StartAsync();

        var vectors = await EmbedAsync(world, "ocean tides", "ocean tides");

        Assert.That(vectors[0], Is.EqualTo(vectors[1]));
        Assert.That(Likeness(vectors[0], vectors[0]), Is.EqualTo(1).Within(1e-5));
    }

    private static double Likeness(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();

    private static async Task<List<double[]>> EmbedAsync(SimulatedWorld world, params string[] texts)
    {
        using var answer = await world.EmbedAsync(texts);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return
        [
            .. body.GetProperty("data").EnumerateArray().Select(item =>
                item.GetProperty("embedding").EnumerateArray().Select(value => value.GetDouble()).ToArray()),
        ];
    }
}
