using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;

namespace Twiga.Simulator;

/// <summary>What open phone pages are told as it happens.</summary>
internal sealed class LiveFeed
{
    private const int Backlog = 1000;
    private readonly ConcurrentDictionary<Channel<string>, byte> _pages = [];

    public bool IsWatched => !_pages.IsEmpty;

    public void Tell<T>(string happening, T content)
    {
        if (_pages.IsEmpty)
            return;
        var lines = $"event: {happening}\ndata: {JsonSerializer.Serialize(content, Json.Options)}\n\n";
        foreach (var page in _pages.Keys)
            if (!page.Writer.TryWrite(lines))
                page.Writer.TryComplete();
    }

    /// <summary>A page that cannot keep up is cut off; the browser connects again and reads everything anew.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        var page = Channel.CreateBounded<string>(Backlog);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        _pages[page] = 0;
        try
        {
            await http.Response.WriteAsync("retry: 1000\nevent: hello\ndata: {}\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await foreach (var lines in page.Reader.ReadAllAsync(http.RequestAborted))
            {
                await http.Response.WriteAsync(lines, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        finally
        {
            _pages.TryRemove(page, out _);
        }
    }

    public void Close()
    {
        foreach (var page in _pages.Keys)
            page.Writer.TryComplete();
    }
}
