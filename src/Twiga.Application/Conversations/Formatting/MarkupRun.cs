namespace Twiga.Application.Conversations;

/// <summary>What WhatsApp shows in a style: from its opening sign to its closing one.</summary>
internal readonly record struct MarkupRun(int Open, int Close, string Marker)
{
    public int Start => Open + Marker.Length;

    public int End => Close + Marker.Length;

    public bool IsCode => Marker[0] == Markers.Code;
}
