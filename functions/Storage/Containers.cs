namespace Ascs.Storage;

/// <summary>The containers of the product, named by their rights. What an attacker gains from each is in README.md.</summary>
public static class Containers
{
    /// <summary>Log entries and whatever proves something. Nothing in it is ever changed or removed.</summary>
    public static Container Evidence { get; } = new("evidence", ContainerRights.CreateOnly);

    /// <summary>Documents encrypted under a key of <see cref="Keys"/>: worthless once that key is destroyed.</summary>
    public static Container Ciphertext { get; } = new("ciphertext", ContainerRights.Mutable);

    /// <summary>Wrapped keys. Lives in a store of its own, with its own file and its own, short-lived backups, so that a destroyed key is gone.</summary>
    public static Container Keys { get; } = new("keys", ContainerRights.Erasable);

    /// <summary>Small documents that point at the newest state: checkpoints, versions, cursors.</summary>
    public static Container Heads { get; } = new("heads", ContainerRights.Mutable);

    /// <summary>Everything in progress and everything that changes: authorisations, dispatches, idempotency records, outboxes.</summary>
    public static Container Work { get; } = new("work", ContainerRights.Mutable);

    /// <summary>The audit trail: who did what and when (CHEAA-4.1.6, ISC-7.6). Nobody can change or delete a record before its term is over.</summary>
    public static Container Audit { get; } = new("audit", ContainerRights.KeptForATerm);

    /// <summary>What a party's main store holds: all but <see cref="Keys"/>.</summary>
    public static IReadOnlyList<Container> Main { get; } = [Evidence, Ciphertext, Heads, Work, Audit];

    /// <summary>What a party's key store holds.</summary>
    public static IReadOnlyList<Container> KeyStore { get; } = [Keys];
}
