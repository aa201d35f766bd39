using FluentValidation;
using MediatR;
using Twiga.Api.Pages;
using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Application.Messaging;
using Twiga.Application.Operators;
using Twiga.Application.Teachers;
using Twiga.Domain;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Operators;
using Twiga.Domain.Teachers;

namespace Twiga.Api.Operators;

/// <summary>The operators' page: what waits for somebody, and how Twiga is used.</summary>
internal static class ConsoleEndpoints
{
    public static WebApplication MapConsole(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<ConsoleDoor>();
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(ConsoleDoor.Root),
            branch => branch.Use((http, next) => door.PassAsync(http, next)));

        var console = app.MapGroup(ConsoleDoor.Root).AddEndpointFilter(ExplainAsync);
        console.MapPost(ConsoleDoor.SignIn, SignInAsync);
        console.MapPost("/sign-out", SignOut);
        MapPages(console);
        MapDeeds(console);
        return app;
    }

    private static void MapPages(RouteGroupBuilder console)
    {
        console.MapGet("/", async (ConsoleCall call) =>
            await call.ShowAsync<OverviewPage>("Overview", ("Usage", await call.SendAsync(new ReadUsage()))));
        console.MapGet("/teachers", async (ConsoleCall call) => await call.ShowAsync<TeachersPage>(
            "Teachers",
            ("Waiting", await call.SendAsync(new ListTeachers(TeacherState.InReview))),
            ("Blocked", await call.SendAsync(new ListTeachers(TeacherState.Blocked)))));
        console.MapGet("/work", async (ConsoleCall call) => await call.ShowAsync<WorkPage>(
            "Work",
            ("Dead", await call.SendAsync(new ListJobs(DeadOnly: true))),
            ("Trouble", await call.SendAsync(new ListTrouble()))));
        console.MapGet("/answers", async (ConsoleCall call) => await call.ShowAsync<AnswersPage>(
            "Answers", ("Reactions", await call.SendAsync(new ListReactions()))));
        console.MapGet("/record", async (ConsoleCall call) =>
            await call.ShowAsync<RecordPage>("Record", ("Acts", await call.SendAsync(new ListActs()))));
        console.MapGet("/books", SearchAsync);
        console.MapGet("/books/{id:long}", async (ConsoleCall call, long id, int? from) => await call.ShowAsync<BookPage>(
            "Book",
            ("Book", (await call.SendAsync(new ListResources())).FirstOrDefault(b => b.Id.Value == id)),
            ("Skipped", Math.Max(0, from ?? 0)),
            ("Passages", await call.SendAsync(new ListPassages(new ResourceId(id), from ?? 0)))));
    }

    private static void MapDeeds(RouteGroupBuilder console)
    {
        console.MapPost("/teachers/{id:long}/approve", (ConsoleCall call, long id) => ActAsync(
            call, new ApproveTeacher(new TeacherId(id)), OperatorActKind.Approved, id));
        console.MapPost("/teachers/{id:long}/block", (ConsoleCall call, long id) => ActAsync(
            call, new BlockTeacher(new TeacherId(id)), OperatorActKind.Blocked, id));
        console.MapPost("/teachers/{id:long}/unblock", (ConsoleCall call, long id) => ActAsync(
            call, new UnblockTeacher(new TeacherId(id)), OperatorActKind.Unblocked, id));
        console.MapPost("/jobs/{id:long}/replay", (ConsoleCall call, long id) => ReplayAsync(call, id));
        console.MapPost("/jobs/replay", (ConsoleCall call) => ReplayAsync(call, null));
        console.MapPost("/answers/{id:long}", async (ConsoleCall call, long id) => await call.ShowAsync<TurnPage>(
            $"Turn {id}", ("Turn", await call.SendAsync(new OpenTurn(new TurnId(id), call.Operator)))));
        console.MapPost("/work/{id:long}", async (ConsoleCall call, long id) => await call.ShowAsync<UnansweredPage>(
            $"Unanswered messages of teacher {id}",
            ("Messages", await call.SendAsync(new OpenUnanswered(new TeacherId(id), call.Operator)))));
    }

    private static async Task SearchAsync(ConsoleCall call, long? @class, string? phrase)
    {
        var classes = await call.SendAsync(new ListClasses());
        var chosen = classes.FirstOrDefault(c => c.Id.Value == @class);
        var asked = string.IsNullOrWhiteSpace(phrase) ? null : phrase.Trim();
        await call.ShowAsync<BooksPage>(
            "Books",
            ("Books", await call.SendAsync(new ListResources())),
            ("Classes", classes),
            ("Class", chosen),
            ("Phrase", asked),
            ("Outcome", chosen is null || asked is null ? null : await call.SendAsync(new SearchPassages(chosen.Id, asked))));
    }

    private static async Task ActAsync(ConsoleCall call, IRequest request, OperatorActKind kind, long teacher)
    {
        await call.SendAsync(request);
        await call.SendAsync(new RecordAct(kind, call.Operator, new TeacherId(teacher)));
        call.GoTo($"/teachers?done={kind}&number={teacher}");
    }

    private static async Task ReplayAsync(ConsoleCall call, long? job)
    {
        var count = await call.SendAsync(new ReplayJobs(job));
        await call.SendAsync(new RecordAct(OperatorActKind.Replayed, call.Operator, null, job));
        call.GoTo($"/work?done={OperatorActKind.Replayed}&number={count}");
    }

    private static async Task SignInAsync(HttpContext http, ConsoleDoor door, ConsolePages pages)
    {
        if (await door.OpensAsync(http))
            new ConsoleCall(http).GoTo("");
        else
            await pages.WriteAsync<SignInPage>(http, "Sign in", new() { ["Refused"] = true }, StatusCodes.Status401Unauthorized);
    }

    private static void SignOut(HttpContext http)
    {
        ConsoleDoor.Close(http);
        new ConsoleCall(http).GoTo("");
    }

    // somebody else was faster, or it is gone, or a question is too long
    private static async ValueTask<object?> ExplainAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        try
        {
            return await next(invocation);
        }
        catch (Exception refused) when (refused is DomainException or ModelException or ValidationException)
        {
            var reason = refused is ValidationException wrong
                ? string.Join(' ', wrong.Errors.Select(e => e.ErrorMessage))
                : refused.Message;
            await new ConsoleCall(invocation.HttpContext).ShowAsync<RefusedPage>(
                "Not done", StatusCodes.Status409Conflict, ("Reason", reason));
            return Results.Empty;
        }
    }
}
