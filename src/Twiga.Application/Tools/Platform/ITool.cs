using MediatR;

namespace Twiga.Application.Tools;

/// <summary>Something the model may ask for: a record whose described properties are the arguments.</summary>
public interface ITool<out TResult> : IRequest<TResult>;

/// <summary>A result that says in its own words what the model reads; others are read as JSON.</summary>
internal interface IToolResult
{
    string ForModel { get; }
}

/// <summary>A tool about one class; the pipeline lets it through only if the class is one of hers.</summary>
public interface IForClass
{
    /// <summary>The class by its display name; null where the tool can do without.</summary>
    ClassName? Class { get; }
}
