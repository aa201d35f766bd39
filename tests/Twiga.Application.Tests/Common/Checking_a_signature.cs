using Twiga.Application.Common;
using Twiga.Tests;

namespace Twiga.Application.Tests.Common;

internal sealed class Checking_a_signature
{
    public static IEnumerable<WhatsAppFixtures.SignatureVector> Decided =>
        WhatsAppFixtures.Signatures.Where(v => v.Accepted is not null);

    [TestCaseSource(nameof(Decided))]
    public void Agrees_with_the_vector(WhatsAppFixtures.SignatureVector vector) =>
        Assert.That(
            new AppSecret(vector.AppSecret).HasSigned(vector.BodyBase64, vector.Header),
            Is.EqualTo(vector.Accepted),
            vector.Note);

    [Test]
    public void Reads_the_vectors() => Assert.That(WhatsAppFixtures.Signatures, Has.Count.EqualTo(23));

    [Test]
    public void Takes_the_escaped_form_of_a_body_of_many_kilobytes()
    {
        var text = string.Concat(Enumerable.Repeat("a🙏🏾é—", 5000));
        var escaped = string.Concat(text.Select(c => c < 0x80 ? c.ToString() : $"\\u{(int)c:x4}"));
        var hash = System.Security.Cryptography.HMACSHA256.HashData("key"u8, System.Text.Encoding.ASCII.GetBytes(escaped));

        Assert.That(
            new AppSecret("key").HasSigned(
                System.Text.Encoding.UTF8.GetBytes(text), "sha256=" + Convert.ToHexStringLower(hash)),
            Is.True);
    }

    [Test]
    public void Refuses_a_header_of_many_values()
    {
        var hash = "sha256=" + Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData("key"u8, "body"u8));

        Assert.That(new AppSecret("key").HasSigned("body"u8, $"{hash},{hash}"), Is.False);
    }
}
