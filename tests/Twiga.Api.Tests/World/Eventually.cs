namespace Twiga.Api.Tests.World;

/// <summary>Waits for something that happens in other processes; patient, since machines differ.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (patience.IsCancellationRequested)
                Assert.Fail(otherwise());
            await Task.Delay(50);
        }
    }

    public static async Task<T> GetAsync<T>(Func<Task<T>> get, Func<T, bool> isRight, Func<T, string> otherwise)
    {
        var last = default(T)!;
        await TrueAsync(async () => isRight(last = await get()), () => otherwise(last));
        return last;
    }
}
