using System.Text;

namespace Twiga.Simulator.Graph;

/// <summary>Message ids that look like Meta's: they may hold slashes, plus and equals signs.</summary>
internal static class Wamid
{
    private const byte Mark = 0x1C;

    public static string New(string address)
    {
        var name = Encoding.ASCII.GetBytes(address);
        byte[] id = [Mark, 0x18, (byte)name.Length, .. name, .. Guid.NewGuid().ToByteArray()];
        return "wamid." + Convert.ToBase64String(id);
    }
}
