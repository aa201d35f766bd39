using MediatR;
using Microsoft.AspNetCore.Components;

namespace Twiga.Api.Operators;

/// <summary>One request to the console by somebody who was let in.</summary>
internal sealed class ConsoleCall(HttpContext http)
{
    public string Operator => ((ConsoleSession)http.Items[typeof(ConsoleSession)]!).Operator;

    public static ValueTask<ConsoleCall?> BindAsync(HttpContext http) => ValueTask.FromResult<ConsoleCall?>(new(http));

    public Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request) =>
        http.RequestServices.GetRequiredService<IMediator>().Send(request, http.RequestAborted);

    public Task ShowAsync<TPage>(string title, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => ShowAsync<TPage>(title, StatusCodes.Status200OK, parameters);

    public Task ShowAsync<TPage>(string title, int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent =>
        http.RequestServices.GetRequiredService<ConsolePages>().WriteAsync<TPage>(
            http, title, parameters.ToDictionary(p => p.Name, p => p.Value), status);

    /// <summary>On to another page, so that loading it again does nothing twice.</summary>
    public void GoTo(string path)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = ConsoleDoor.Root + path;
    }
}
