using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Twiga.Application;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Api.Tests.World;

/// <summary>What an operator does on the command line, on the world's database.</summary>
internal static class Operator
{
    public static async Task ActAsync(this TestWorld world, string phone, Func<TeacherId, IRequest<Unit>> request)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(world.Settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":"), (string?)s.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddApplication();
        services.AddInfrastructure(configuration);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<TwigaDatabase>().OpenAsync(CancellationToken.None);
        await using var scope = provider.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(request(await mediator.Send(new FindTeacher(phone))));
    }
}
