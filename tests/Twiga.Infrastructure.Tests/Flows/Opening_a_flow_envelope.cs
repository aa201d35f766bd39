using System.Text;
using Microsoft.Extensions.Options;
using Twiga.Infrastructure.WhatsApp;
using Twiga.Tests;

namespace Twiga.Infrastructure.Tests.Flows;

internal sealed class Opening_a_flow_envelope
{
    private readonly FlowKeys _keys = new();

    [OneTimeTearDown]
    public void Forget() => _keys.Dispose();

    [TestCaseSource(typeof(FlowFixtures), nameof(FlowFixtures.Vectors))]
    public void Yields_the_text_and_seals_the_answer_byte_for_byte(FlowFixtures.FlowVector vector)
    {
        var opened = CipherOf(vector).Open(vector.Body)!;

        Assert.That(Encoding.UTF8.GetString(opened.Text), Is.EqualTo(vector.DecryptedText));
        Assert.That(opened.Seal(Encoding.UTF8.GetBytes(vector.ResponseText)), Is.EqualTo(vector.EncryptedResponse));
    }

    [TestCaseSource(nameof(CannotBeDecrypted))]
    public void Yields_nothing_where_it_cannot_be_decrypted(FlowFixtures.FlowVector vector) =>
        Assert.That(CipherOf(vector).Open(vector.Body), Is.Null);

    [Test]
    public void Never_throws_whatever_comes()
    {
        var vector = FlowFixtures.Vectors[0];
        var cipher = CipherOf(vector);
        var random = new Random(20261122);
        var opened = 0;
        for (var round = 0; round < 2000; round++)
        {
            var body = vector.Body;
            if (round % 2 == 0)
                body = body[..random.Next(body.Length)];
            else
                body[random.Next(body.Length)] ^= (byte)random.Next(1, 256);
            opened += cipher.Open(body) is null ? 0 : 1;
        }

        // a flip in the space between two members changes nothing
        Assert.That(opened, Is.LessThan(20));
    }

    [Test]
    public void Reads_the_key_once()
    {
        var keys = new FlowKeys();
        var vector = FlowFixtures.Vectors.First(v => v.Name == "back");
        var cipher = new FlowCipher(keys, Options.Create(OptionsOf(vector)));
        Parallel.For(0, 40, _ => cipher.Open(vector.Body));

        Assert.That(keys.Read, Is.EqualTo(1));
        keys.Dispose();
    }

    [Test]
    public void Takes_the_key_as_text_with_escaped_line_ends()
    {
        var vector = FlowFixtures.Vectors.First(v => v.Key.Contains("pkcs8.pem", StringComparison.Ordinal));
        var text = File.ReadAllText(vector.KeyFile).Replace("\n", "\\n", StringComparison.Ordinal);
        var cipher = new FlowCipher(_keys, Options.Create(new FlowsOptions { PrivateKey = text }));

        Assert.That(cipher.Open(vector.Body), Is.Not.Null);
    }

    [TestCase("test-d.pkcs1-encrypted.pem", "wrong")]
    [TestCase("test-d.pkcs1-encrypted.pem", null)]
    [TestCase("test-b.pkcs8-encrypted.pem", "wrong")]
    [TestCase("test-a.public.pem", null)]
    [TestCase("nowhere.pem", null)]
    [TestCase("make_vectors.mjs", null)]
    public void Is_refused_at_start_where_the_key_cannot_be_used(string file, string? password)
    {
        var folder = file.EndsWith(".pem", StringComparison.Ordinal) ? "keys" : "";
        var options = new FlowsOptions
        {
            PrivateKey = Path.Combine(FlowFixtures.Folder, folder, file),
            PrivateKeyPassword = password,
        };

        var found = new FlowsOptionsValidator(_keys).Validate(null, options);

        Assert.That(found.Failures, Has.One.StartsWith("WhatsApp__Flows__PrivateKey: "));
        Assert.That(found.FailureMessage, Does.Not.Contain("wrong"));
    }

    [Test]
    public void Is_refused_at_start_where_flow_ids_lack_their_keys()
    {
        var found = new FlowsOptionsValidator(_keys).Validate(
            null, new FlowsOptions { ProfileFlowId = "1", ClassesFlowId = "2" });
        var short_ = new FlowsOptionsValidator(_keys).Validate(
            null, new FlowsOptions { ProfileFlowId = "1", TokenKey = Convert.ToBase64String(new byte[31]) });

        Assert.That(found.Failures!.Count(), Is.EqualTo(2));
        Assert.That(short_.Failures!.Count(), Is.EqualTo(2));
    }

    private static IEnumerable<FlowFixtures.FlowVector> CannotBeDecrypted() =>
        FlowFixtures.Refused.Where(v => v.ExpectStatus == 421);

    private FlowCipher CipherOf(FlowFixtures.FlowVector vector) => new(_keys, Options.Create(OptionsOf(vector)));

    private static FlowsOptions OptionsOf(FlowFixtures.FlowVector vector) =>
        new() { PrivateKey = vector.KeyFile, PrivateKeyPassword = vector.KeyPassword };
}
