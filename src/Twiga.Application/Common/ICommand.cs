using MediatR;

namespace Twiga.Application.Common;

/// <summary>A request that changes something; the pipeline saves once, after its handler.</summary>
public interface ICommand : ICommand<Unit>, IRequest;

/// <summary>A command that answers.</summary>
public interface ICommand<out TAnswer> : IRequest<TAnswer>, ISaved;

/// <summary>Marks the requests after which changes are saved.</summary>
public interface ISaved;
