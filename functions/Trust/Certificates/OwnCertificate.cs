using System.Security.Cryptography.X509Certificates;

namespace Ascs.Trust.Certificates;

/// <summary>This platform's certificate, which is replaced while it runs: whoever needs it asks each time. Thread-safe.</summary>
public sealed class OwnCertificate : IDisposable
{
    // Former ones stay open: connections under way still use them. One a renewal.
    private readonly List<X509Certificate2> former = [];
    private volatile X509Certificate2 current;
    private volatile X509Certificate2? next;

    /// <param name="current">With its private key; owned from now on.</param>
    public OwnCertificate(X509Certificate2 current) => this.current = current;

    /// <summary>What connections and signatures are made with.</summary>
    public X509Certificate2 Current => current;

    /// <summary>Its successor, while peers are being told; null otherwise. Owned.</summary>
    public X509Certificate2? Next
    {
        get => next;
        set => next = value;
    }

    /// <summary>Those that a peer may know this platform by now: the one in force, and its successor.</summary>
    public IReadOnlyList<X509Certificate2> Known => next is { } successor ? [current, successor] : [current];

    /// <summary>Puts the successor in force.</summary>
    public void Switch()
    {
        if (next is not { } successor) throw new InvalidOperationException("There is no successor.");
        former.Add(current);
        (current, next) = (successor, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var certificate in former.Concat(Known)) certificate.Dispose();
    }
}
