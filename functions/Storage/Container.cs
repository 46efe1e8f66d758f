namespace Ascs.Storage;

/// <summary>A named set of documents that share their rights. In Azure Cosmos one container with the partition key path <c>/partition</c>.</summary>
/// <param name="Name">Lower-case letters, 1 to 40 of them.</param>
/// <param name="Rights">What may happen to a document once it is there; the same for every adapter, checked in <see cref="StoreLimits"/>.</param>
public sealed record Container(string Name, ContainerRights Rights);
