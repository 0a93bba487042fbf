resource "aws_lb" "service" {
  #checkov:skip=CKV2_AWS_76:The rules of the firewall are the platform team's; it is one for all public services, and this module only stands behind it.
  name               = module.contract.short_name
  load_balancer_type = "application"
  internal           = !var.public
  subnets            = var.public ? var.public_subnet_ids : var.private_subnet_ids
  security_groups    = [aws_security_group.load_balancer.id]

  drop_invalid_header_fields = true
  desync_mitigation_mode     = "defensive"
  enable_deletion_protection = var.deletion_protection

  access_logs {
    enabled = true
    bucket  = var.access_logs_bucket
    prefix  = local.name
  }

  tags = local.tags
}

resource "aws_lb_target_group" "service" {
  name        = module.contract.short_name
  vpc_id      = var.vpc_id
  target_type = "ip"
  port        = local.port
  #checkov:skip=CKV_AWS_378:TLS ends at the load balancer; from there only the security group of the load balancer reaches the tasks, within the VPC. A certificate in every container would be one more secret to rotate.
  protocol = "HTTP"

  # Longer than the application drains; the default of five minutes would only make deployments slow.
  deregistration_delay = 30

  health_check {
    path                = "/readyz"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  tags = local.tags
}

# Only HTTPS: a redirect from port 80 would take the first request, with all that it carries, in the clear.
resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.service.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  certificate_arn   = aws_acm_certificate_validation.service.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service.arn
  }

  tags = local.tags
}

# The numbers of the service are for Prometheus, which reads them from the tasks.
resource "aws_lb_listener_rule" "metrics" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 1

  condition {
    path_pattern {
      values = ["/metrics"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      status_code  = "404"
      content_type = "text/plain"
      message_body = "Not found"
    }
  }

  tags = local.tags
}

resource "aws_wafv2_web_acl_association" "service" {
  count = var.public ? 1 : 0

  resource_arn = aws_lb.service.arn
  web_acl_arn  = var.web_acl_arn
}
