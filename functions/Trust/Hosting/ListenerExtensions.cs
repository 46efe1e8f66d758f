using System.Security.Authentication;
using Ascs.Trust.Audit;
using Ascs.Trust.Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Hosting;

/// <summary>The two listeners of a platform on Kestrel.</summary>
public static class ListenerExtensions
{
    private const SslProtocols Tls = SslProtocols.Tls12 | SslProtocols.Tls13; // CHEAA-4.1.1

    /// <summary>Bounds that hold before anything of a request is looked at.</summary>
    public static void UseTrustLimits(this KestrelServerOptions kestrel)
    {
        ArgumentNullException.ThrowIfNull(kestrel);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 60;
        kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024; // endpoints and pages read far less, each its own bound
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.Http2.MaxStreamsPerConnection = 500;
    }

    /// <summary>For paired platforms: no handshake without a client certificate of an authority trusted here.</summary>
    public static void UsePlatformListener(this ListenOptions listen, OwnCertificate certificate, CertificateTrust authorities)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(authorities);
        Mark(listen, ListenerFeature.Platform);
        RecordUnproved(listen);
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificateSelector = (_, _) => certificate.Current,
            SslProtocols = Tls,
            ClientCertificateMode = ClientCertificateMode.RequireCertificate,
            ClientCertificateValidation = authorities.AcceptsClient,
            // A resumed session proves no certificate again, and may be one that never had any.
            OnAuthenticate = (_, tls) => tls.AllowTlsResume = false,
        });
        ToldProved(listen);
    }

    /// <summary>For browsers: no client certificate.</summary>
    public static void UsePublicListener(this ListenOptions listen, OwnCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Mark(listen, ListenerFeature.Public);
        listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, _) => certificate.Current, SslProtocols = Tls });
    }

    /// <summary>The listener of a request. One that nobody marked is public: it never reaches a platform endpoint.</summary>
    public static Listener Listener(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<ListenerFeature>()?.Listener ?? Hosting.Listener.Public;
    }

    // Outside of TLS: a connection that ends without having got through the handshake is on record (CHEAA-4.1.6 a: it never becomes a request).
    private static void RecordUnproved(ListenOptions listen) => listen.Use(next => async connection =>
    {
        try
        {
            await next(connection);
        }
        finally
        {
            if (connection.Features.Get<ProvedFeature>() is null) listen.ApplicationServices.GetService<AuditedCalls>()?.Handshake();
        }
    });

    // Inside of TLS.
    private static void ToldProved(ListenOptions listen) => listen.Use(next => connection =>
    {
        connection.Features.Set(ProvedFeature.Instance);
        return next(connection);
    });

    private sealed class ProvedFeature
    {
        public static readonly ProvedFeature Instance = new();
    }

    private static void Mark(ListenOptions listen, ListenerFeature feature)
    {
        ArgumentNullException.ThrowIfNull(listen);
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.Use(next => connection =>
        {
            connection.Features.Set(feature);
            return next(connection);
        });
    }
}
