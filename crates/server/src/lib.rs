//! The platform: routes, use-cases, live hub, jobs, gateways
